// How the file is read: which sheet of a workbook, which encoding and separator of a text. Shows what was guessed, and
// only what the file leaves open. Owned by ImportDialog.
#pragma once

#include "exchange/tablereader.h"

#include <QWidget>

class QComboBox;

namespace pushbrake {

class SourceChooser : public QWidget
{
    Q_OBJECT
public:
    explicit SourceChooser(QWidget* parent);

    void setTable(const ReadTable& read);
    /// What a person has chosen of it; what was not touched is guessed anew.
    const TableHints& hints() const { return m_hints; }
    /// Another file: nothing is chosen.
    void forget();

Q_SIGNALS:
    void hintsChanged();

private:
    QComboBox* addBox(const char* name, const QString& label);

    TableHints m_hints;
    QComboBox* m_sheet;
    QComboBox* m_encoding;
    QComboBox* m_separator;
};

} // namespace pushbrake
