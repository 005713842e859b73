// "How Pushbrake keeps its word": the promises as one calm page to read, scroll and copy from. Non-modal. Owned by its
// parent; deletes itself when closed.
#pragma once

#include <QDialog>

namespace pushbrake {

class ReadingPage;

class PromisesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PromisesDialog(QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();

    ReadingPage* m_page;
};

} // namespace pushbrake
