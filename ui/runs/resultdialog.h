// What became of one push: the word, what happened, what to do next; details below a fold. Non-modal, walks through a
// batch. Shows foreign text as plain text only and never a secret. Made by ResultWindows, owned by
// the window it stands over.
#pragma once

#include "domain/clock.h"
#include "domain/outcome.h"
#include "domain/profile.h"
#include "domain/task.h"

#include <QDialog>
#include <QList>

class QFormLayout;
class QFrame;
class QLabel;
class QPushButton;
class QSettings;

namespace pushbrake {

class IconLabel;

struct ResultEntry
{
    Task task;
    SettledResult result;
};

/// Everything of a result in an app that support may need, as plain text without secrets.
QString supportText(const ResultEntry& entry, const Profile& app);

class ResultDialog : public QDialog
{
    Q_OBJECT
public:
    /// Results of `app`. Borrows clock and settings; its size is remembered in the latter.
    ResultDialog(Profile app, const Clock& clock, QSettings& settings, QWidget* parent = nullptr);
    ~ResultDialog() override;

    void setResults(const QList<ResultEntry>& results, int current);
    /// Takes over a newer result of a task, or adds it.
    void update(const ResultEntry& entry);

Q_SIGNALS:
    void checkAgainRequested(pushbrake::TaskId task);

private:
    void buildWidgets();
    void buildLayout();
    void wire();
    void addDetail(QFormLayout& form, const QString& name, const QString& label, QLabel*& value);
    void step(int by);
    void present();
    void presentDetails(const ResultEntry& entry);
    void toggleDetails();
    void copy();

    const Profile m_app;
    const Clock& m_clock;
    QSettings& m_settings;
    QList<ResultEntry> m_results;
    int m_current = 0;
    IconLabel* m_icon = nullptr;
    QLabel* m_word = nullptr;
    QLabel* m_task = nullptr;
    QLabel* m_happened = nullptr;
    QLabel* m_next = nullptr;
    QLabel* m_noRecord = nullptr;
    QFrame* m_details = nullptr;
    QLabel* m_code = nullptr;
    QLabel* m_service = nullptr;
    QLabel* m_when = nullptr;
    QLabel* m_attempt = nullptr;
    QLabel* m_request = nullptr;
    QLabel* m_position = nullptr;
    QPushButton* m_previous = nullptr;
    QPushButton* m_following = nullptr;
    QPushButton* m_unfold = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace pushbrake
