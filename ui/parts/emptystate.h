// What stands in place of the list when there is nothing to list: a title, a sentence, what to do. Owned by MainWindow.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace pushbrake {

class IconLabel;

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    void present(const QString& icon, const QString& title, const QString& sentence, const QStringList& buttons);

Q_SIGNALS:
    void buttonClicked(int index);

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

} // namespace pushbrake
