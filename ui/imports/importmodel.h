// What would become of each row of an imported table, as rows of a list: first what is left out, then what has a note,
// then the rest, each group as the file has it. Owned by ImportDialog. Makes no text before it is shown, so that two
// hundred thousand rows are there at once.
#pragma once

#include "exchange/importpreview.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <memory>
#include <vector>

namespace pushbrake {

class ImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, What, Id, Why, GoesOut, AudienceColumn, Title, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `now`: UTC, for the words of times.
    void setPreview(std::shared_ptr<const ImportPreview> preview, const QDateTime& now);
    /// Only what is left out or has a note.
    void showOnlyRemarked(bool only);
    const ImportPreview* preview() const { return m_preview.get(); }
    const ImportRow& rowAt(int row) const { return m_preview->rows.at(m_order.at(size_t(row))); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    QString words(const ImportRow& row, int column) const;

    std::shared_ptr<const ImportPreview> m_preview;
    QDateTime m_now;
    bool m_onlyRemarked = false;
    std::vector<int> m_order; ///< of the preview's rows
};

} // namespace pushbrake
