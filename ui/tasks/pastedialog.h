// Many task IDs at once, from a spreadsheet, a chat or a mail: shows what was understood and what was not before it is
// added. Made and opened by TaskDesk, which changes the list; owned by the window it stands over. Nothing here is sent.
#pragma once

#include "domain/task.h"
#include "exchange/taskidtext.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace pushbrake {

class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PasteDialog(QWidget* parent = nullptr);

    void setText(const QString& text);
    QList<Task> tasks() const;

Q_SIGNALS:
    /// The task IDs that were understood. The dialog stays open with those that were not.
    void addRequested(const QList<pushbrake::Task>& tasks);

public Q_SLOTS:
    void accept() override;
    void reject() override;

private:
    void buildWidgets();
    void buildLayout();
    void read(int justAdded = 0);

    PastedIds m_pasted;
    QTimer m_pause; ///< reading waits until the typing pauses
    QPlainTextEdit* m_text;
    QComboBox* m_audience;
    QLabel* m_summary;
    QListWidget* m_refused;
    QPushButton* m_close;
    QPushButton* m_add;
};

} // namespace pushbrake
