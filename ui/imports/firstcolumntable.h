// A table of rows whose first column stays in sight when the others are scrolled sideways: that column is drawn once
// more, over its place, by a view that shows nothing else. Owned by ImportDialog.
#pragma once

#include <QTableView>

namespace pushbrake {

class FirstColumnTable : public QTableView
{
    Q_OBJECT
public:
    /// `column` of the model becomes the first.
    FirstColumnTable(QAbstractItemModel& model, int column, QWidget* parent);

    /// `column` comes to stand just after `before`.
    void placeAfter(int before, int column);
    /// Each as wide as its words need, within bounds; `wide` may be wider than the others.
    void sizeColumns(int wide);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void updateGeometries() override;

private:
    void placeFirst();

    const int m_column;
    QTableView* m_first = nullptr; ///< not yet while the base is being set up
};

} // namespace pushbrake
