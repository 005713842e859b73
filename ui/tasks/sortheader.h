// The heading of the list: a click with Shift sorts by that column after the others. Owned by TaskTable.
#pragma once

#include <QHeaderView>

class QTableView;

namespace pushbrake {

class SortHeader : public QHeaderView
{
    Q_OBJECT
public:
    /// Becomes the heading of `table`, its parent.
    explicit SortHeader(QTableView& table);

Q_SIGNALS:
    void thenByRequested(int column);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int m_pressed = -1; ///< with Shift
};

} // namespace pushbrake
