// A line with something at its beginning and buttons at its end; where there is no room for both, the end goes below.
// So no button makes a window wider than a small screen. Owned by its window, and owns what is put into it.
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace pushbrake {

class TwoPartRow : public QWidget
{
    Q_OBJECT
public:
    explicit TwoPartRow(QWidget* parent);

    QHBoxLayout& beginning() const { return *m_beginning; }
    QHBoxLayout& end() const { return *m_end; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;

private:
    bool isOneLine(int width) const;

    QBoxLayout* m_lines;
    QHBoxLayout* m_beginning;
    QHBoxLayout* m_end;
};

} // namespace pushbrake
