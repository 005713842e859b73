// Many task IDs at once, from a spreadsheet, a chat or a mail: shows what was understood and what was not before it is
// added. Made and opened by TaskDesk, which changes the list; owned by the window it stands over. Nothing here is sent.
#pragma once

#include "domain/task.h"
#include "exchange/pastedids.h"

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
    /// The task IDs that were understood. Answered by noteAdded().
    void addRequested(const QList<pushbrake::Task>& tasks);

public Q_SLOTS:
    void accept() override;
    /// They are on the list: the dialog stays open with what was not understood. With a `problem` they are not, and
    /// everything that was typed stays.
    void noteAdded(const QString& problem);
    void reject() override;

private:
    void showProblem(const QString& sentence);
    void buildWidgets();
    void buildLayout();
    void read(int justAdded = 0);

    PastedIds m_pasted;
    QTimer m_pause; ///< reading waits until the typing pauses
    QPlainTextEdit* m_text;
    QComboBox* m_audience;
    QLabel* m_summary;
    QLabel* m_problem;
    QListWidget* m_refused;
    QPushButton* m_close;
    QPushButton* m_add;
};

} // namespace pushbrake
