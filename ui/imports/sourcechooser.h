// How the file is read: which sheet of a workbook, which encoding and separator of a text. Shows what was guessed, and
// only what the file leaves open. Owned by ImportDialog.
#pragma once

#include "exchange/tablereader.h"

#include <QWidget>

namespace pushbrake {

class LabelledBox;

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
    TableHints m_hints;
    LabelledBox* m_sheet;
    LabelledBox* m_encoding;
    LabelledBox* m_separator;
};

} // namespace pushbrake
