// Widgets one after the other in reading direction, in as many lines as the width needs; what is hidden takes no room.
// None is wider than a line. Owned by its widget.
#pragma once

#include <QLayout>
#include <QList>

namespace pushbrake {

class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent);
    ~FlowLayout() override;

    /// At that place among the others, whatever the order in which they were added.
    void insertWidget(qsizetype place, QWidget& widget);

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

private:
    enum class Deed { Measure, Arrange };
    int flow(const QRect& place, Deed deed) const; ///< the height that is needed

    QList<QLayoutItem*> m_items;
};

} // namespace pushbrake
