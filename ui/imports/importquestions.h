// What a table leaves open, asked once for all rows that it concerns: the zone of its times, the order of its dates,
// whether hidden rows count, whether 1234.0 is 1234. Owned by ImportDialog. Shows only what there is to ask.
#pragma once

#include "exchange/importreader.h"

#include <QWidget>

class QCheckBox;

namespace pushbrake {

class LabelledBox;

class ImportQuestions : public QWidget
{
    Q_OBJECT
public:
    explicit ImportQuestions(QWidget* parent);

    void ask(const ImportPreview& preview);
    /// Puts the answers into what the next preview is made from.
    void answer(ImportContext& context) const;
    DateOrder dateOrder() const;
    /// Another file: the answers to the last one do not hold for it. The zone stays.
    void forget();

Q_SIGNALS:
    void answered();

private:
    LabelledBox* makeBox(const char* name, const QString& label);
    QCheckBox* makeCheck(const char* name);

    LabelledBox* m_zone;
    LabelledBox* m_order;
    QCheckBox* m_hidden;
    QCheckBox* m_decimals;
};

} // namespace pushbrake
