// What would become of each row of an imported table, as rows of a list: first what is left out, then what has a note,
// then the rest, each group as the file has it. Owned by ImportDialog. Makes no text before it is shown, so that two
// hundred thousand rows are there at once.
#pragma once

#include "exchange/importpreview.h"
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
    enum Column { Line, What, Id, Why, GoesOut, AudienceColumn, Title, ColumnCount };

    /// What the list says of a push; nothing when it is not there.
    using Listed = std::function<std::optional<Task>(TaskId)>;

    /// Without `listed` the list is of no account.
    explicit ImportModel(Listed listed, QObject* parent = nullptr);

    /// `now`: UTC, for the words of times.
    void setPreview(std::shared_ptr<const ImportPreview> preview, const QDateTime& now);
    /// Only what is left out or has a note.
    void showOnlyRemarked(bool only);
    int noted() const { return m_noted; } ///< rows that are taken and have something to say
    /// All that there is to say of a row; empty when it is simply taken.
    QString why(const ImportRow& row) const;
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

    Listed m_listed;
    int m_noted = 0;
    std::shared_ptr<const ImportPreview> m_preview;
    QDateTime m_now;
    bool m_onlyRemarked = false;
    std::vector<int> m_order; ///< of the preview's rows
};

} // namespace pushbrake
