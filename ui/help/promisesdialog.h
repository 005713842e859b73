// "How Pushbrake keeps its word": the promises as one calm page to read, scroll and copy from. Non-modal. Owned by its
// parent; deletes itself when closed.
#pragma once

#include <QDialog>

class QTextEdit;

namespace pushbrake {

class PromisesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PromisesDialog(QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();

    QTextEdit* m_page;
};

} // namespace pushbrake
