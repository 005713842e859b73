// The rows of the history: one line each, whole rows selected, columns as wide as their words. Owned by HistoryPage.
#pragma once

#include <QTreeView>

namespace pushbrake {

class HistoryTable : public QTreeView
{
    Q_OBJECT
public:
    HistoryTable(const char* name, const QString& spoken, QAbstractItemModel& model, QWidget* parent);

    /// In characters of average width; 0 for the column that takes the rest, but for what a title needs at least.
    void setWidths(const QList<int>& letters);
    QList<int> selectedRows() const; ///< in order
    /// The words of all columns, and of the selected rows; without marks of direction.
    QStringList headingWords() const;
    QList<QStringList> selectedWords() const;

Q_SIGNALS:
    void chosen(int row); ///< the current row; -1 for none
    void opened(int row); ///< Enter or a double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void readAhead();
    void fit();

    int m_rest = -1; ///< the column that takes it
};

} // namespace pushbrake
