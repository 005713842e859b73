// What would become of each row of an imported table, as rows of a list: first what is left out, then what has a note,
// then the rest, each group as the file has it; or all as the file has them. Owned by ImportDialog. Makes no text
// before it is shown, so that two hundred thousand rows are there at once.
#pragma once

#include "exchange/columnplan.h"
#include "exchange/importpreview.h"
#include "exchange/tablereader.h"
#include "ui/words/badges.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pushbrake {

class ImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// GoesOutInFile and RegionColumn: what the file says, in its own words.
    enum Column { Line, What, Id, Why, GoesOut, AudienceColumn, Title, GoesOutInFile, RegionColumn, ColumnCount };

    /// What the list says of a push; nothing when it is not there.
    using Listed = std::function<std::optional<Task>(TaskId)>;

    /// Without `listed` the list is of no account.
    explicit ImportModel(Listed listed, QObject* parent = nullptr);

    /// What it was made of: `now`, UTC, is for the words of times. The table is null for none.
    struct Of
    {
        std::shared_ptr<const ReadTable> table;
        ColumnPlan plan;
        QDateTime now;
    };
    void setPreview(std::shared_ptr<const ImportPreview> preview, Of of);
    /// Whether the file has such a column.
    bool isInFile(ColumnRole role) const;
    /// Only what is left out or has a note.
    void showOnlyRemarked(bool only);
    /// All in the order of the file, not the worst first.
    void showInFileOrder(bool isFileOrder);
    int noted() const { return m_noted; } ///< rows that are taken and have something to say
    /// All that there is to say of a row; empty when it is simply taken.
    QString why(const ImportRow& row) const;
    /// "Line 4: new. With a note."
    QString sentenceOf(int row) const;
    const ImportPreview* preview() const { return m_preview.get(); }
    const ImportRow& rowAt(int row) const { return m_preview->rows.at(m_order.at(size_t(row))); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    bool isOtherwise(const ImportRow& row) const;
    bool hasNote(const ImportRow& row) const;
    sentences::Badge badge(const ImportRow& row) const;
    QString words(const ImportRow& row, int column) const;
    QString goesOut(const ImportRow& row) const;
    QString fileWords(const ImportRow& row, ColumnRole role) const;

    Listed m_listed;
    int m_noted = 0;
    std::shared_ptr<const ImportPreview> m_preview;
    Of m_of;
    bool m_onlyRemarked = false;
    bool m_isFileOrder = false;
    std::vector<int> m_order; ///< of the preview's rows
};

} // namespace pushbrake
