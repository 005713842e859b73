// "About Pushbrake": version, licence, what it is built on, where it runs, and all that for support at a press.
// Non-modal. Owned by its parent; deletes itself when closed.
#pragma once

#include "ui/help/programfacts.h"

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace pushbrake {

class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent);

    /// The answer of the keychain, which comes when it comes.
    void setKeychain(std::expected<void, StoreFault> state);

private:
    QHBoxLayout* makeHead();
    QTreeWidget* makeParts();
    QFormLayout* makeSystem();
    QHBoxLayout* makeButtons();
    QLabel* makeLabel(const char* name, const QString& text);
    void copy();

    KeychainState m_keychain;
    QLabel* m_keychainLine = nullptr;
    QLabel* m_copied = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace pushbrake
