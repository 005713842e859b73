// Many task IDs at once, from a spreadsheet, a chat or a mail: shows what was understood and what was not before it is
// added. Made and opened by TaskDesk, which changes the list; owned by the window it stands over. Nothing here is sent.
// The numbers in it and on its button are those by which the list grows.
#pragma once

#include "domain/task.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace pushbrake {

class FormField;
class LabelledBox;
class ScrolledForm;
class PastedModel;
class TaskModel;

class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    /// Borrows the list, to tell what is on it already.
    explicit PasteDialog(const TaskModel& list, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// Takes the text over when there is a task ID in it, says where it is from, and lets it go again without a
    /// question as long as nothing was typed.
    void offerClipboard(const QString& text);
    QList<Task> tasks() const;

Q_SIGNALS:
    /// The task IDs that were understood and chosen. Answered by noteAdded().
    void addRequested(const QList<pushbrake::Task>& tasks);

public Q_SLOTS:
    void accept() override;
    /// They are on the list: the dialog stays open with what was not understood. With a `problem` they are not, and
    /// everything that was typed stays.
    void noteAdded(const QString& problem);
    void reject() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showProblem(const QString& sentence);
    void buildWidgets();
    void buildList();
    void buildLayout();
    void setGaps();
    void read();
    void present();
    void presentList();
    QString summary() const;

    PastedModel* m_pasted;
    QTimer m_pause; ///< reading waits until the typing pauses
    QString m_offered; ///< from the clipboard
    int m_adding = 0; ///< by the addRequested() that is not answered yet
    int m_justAdded = 0;
    ScrolledForm* m_form = nullptr;
    QPlainTextEdit* m_text;
    FormField* m_textField = nullptr;
    LabelledBox* m_audience;
    QLabel* m_summary;
    QLabel* m_problem;
    QCheckBox* m_unlike;
    QListView* m_list;
    FormField* m_listField = nullptr;
    QPushButton* m_close;
    QPushButton* m_add;
};

} // namespace pushbrake
