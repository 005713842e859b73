// The part of a dialog that gives way on a small screen: its fields scroll, while the buttons below it stay where they
// can be reached. As tall as its fields when there is room. Owned by its dialog, and owns what is put into its column.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace pushbrake {

class ScrolledForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrolledForm(QWidget* parent);

    /// Where the fields go, from the top.
    QVBoxLayout& column() const { return *m_column; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* m_column;
};

} // namespace pushbrake
