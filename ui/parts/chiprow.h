// What is chosen at present, a chip for each: pressed, or with Delete or Backspace, it is taken back. From two on a
// button takes all of them back. Takes no room when nothing is chosen. Owned by its window, which says what is chosen.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QPushButton;

namespace pushbrake {

class FlowLayout;

struct Chip
{
    int key = 0; ///< the owner's, of each choice another
    QString words;
};

class ChipRow : public QWidget
{
    Q_OBJECT
public:
    /// `clearing`: the words of the button that takes all back. In the order of the Tab key the chips follow `before`.
    ChipRow(const QString& clearing, QWidget& before, QWidget* parent);

    /// A chip that stays keeps the keyboard; of one that goes the keyboard moves to its neighbour.
    void show(const QList<Chip>& chips, bool offersClearing);

Q_SIGNALS:
    void removeRequested(int key);
    void clearRequested();
    /// The chip with the keyboard has gone, and there is no other.
    void keyboardLeft();

private:
    class Button;

    Button* chipOf(int key) const;
    void remove(Button& chip);
    void order();

    FlowLayout* m_flow;
    QWidget& m_before;
    QPushButton* m_clear;
    QList<Button*> m_chips;
};

} // namespace pushbrake
