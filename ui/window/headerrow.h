// The line at the top of the window. In a narrow window the tools show their icons only, so that the button beside them
// always keeps its place on the screen. Owned by Shell.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLayoutItem;
class QPushButton;

namespace pushbrake {

class HeaderRow : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderRow(QWidget* parent);

    QHBoxLayout& row() const { return *m_row; }
    /// A button for the action, behind the tools that are there.
    void addTool(QAction& action);
    /// One more, which stands there only where there is room for it beside the others; of several the first gives way
    /// first.
    void addSpareTool(QAction& action);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;

private:
    struct Tool
    {
        QPushButton* button = nullptr;
        int iconWidth = 0; ///< without its words
    };

    void arrange();
    int widthOfWords() const;
    int widthOfSpares(qsizetype first, qsizetype end) const;

    QHBoxLayout* m_row;
    QLayoutItem* m_space; ///< before the tools
    QList<Tool> m_buttons;
    QList<Tool> m_spares; ///< among them
    qsizetype m_hiddenSpares = 0; ///< the first of these
    int m_hidden = 0; ///< the width of the words that are not shown
};

} // namespace pushbrake
