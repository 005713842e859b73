// Plays the main job unattended through the real window: choose three pushes, cancel them, read the results.
// Prints each result as a line, leaves pictures of every stage, and exits with 0 only when it went as it should.
#include "start/program.h"
#include "support/actions.h"
#include "ui/console.h"
#include "ui/look/theme.h"
#include "ui/tasks/taskdesk.h"
#include "ui/tasks/taskpage.h"
#include "ui/tasks/tasktable.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <cstdio>

using namespace pushbrake;

namespace {

constexpr int patience = 20'000; // ms
constexpr int toCancel = 3;

struct TourFault
{
    QString what;
};

template<typename Widget> Widget& visible(const QString& name)
{
    Widget* found = nullptr;
    const bool came = QTest::qWaitFor(
        [&] {
            for (QWidget* top : QApplication::topLevelWidgets()) {
                QList<Widget*> all = top->findChildren<Widget*>(name);
                if (auto* itself = qobject_cast<Widget*>(top); itself && top->objectName() == name)
                    all.append(itself);
                for (Widget* widget : all) {
                    if (widget->isVisible())
                        found = widget;
                }
            }
            return found != nullptr;
        },
        patience);
    if (!came)
        throw TourFault { QStringLiteral("There is no \"%1\" on the screen.").arg(name) };
    return *found;
}

void waitUntil(const std::function<bool()>& condition, const char* what)
{
    if (!QTest::qWaitFor(condition, patience))
        throw TourFault { QString::fromLatin1(what) };
}

class Tour
{
public:
    Tour(Program& program, QString folder)
        : m_program(program)
        , m_folder(std::move(folder))
    {
    }

    void play()
    {
        m_program.window().resize(1240, 760);
        m_program.start();
        waitUntil([this] { return list().tasks().size() >= 10; }, "The practice pushes did not appear.");
        picture(m_program.window(), "start");
        choosePushes();
        QTest::qWait(200);
        picture(m_program.window(), "list");
        QTest::mouseClick(&visible<QPushButton>(QStringLiteral("cancelButton")), Qt::LeftButton);
        confirm();
        watchTheRun();
        readTheResults();
        showProfileDialog();
        showApps();
        showKeys();
        showHelp();
        showRightToLeft();
        showDark();
    }

private:
    TaskPage& page() { return m_program.console().list().page(); }
    TaskModel& list() { return page().model(); }
    void trigger(const char* action) { actionOf(m_program.window(), action)->trigger(); }

    void choosePushes()
    {
        auto& table = visible<TaskTable>(QStringLiteral("taskTable"));
        for (int row = 0; row < table.model()->rowCount() && m_chosen.size() < toCancel; ++row) {
            table.selectionModel()->select(
                table.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            m_chosen.clear();
            for (const Task& task : page().cancellableSelection())
                m_chosen.append(task.id);
            if (page().selectedTasks().size() != m_chosen.size())
                table.selectionModel()->select(
                    table.model()->index(row, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        }
        if (m_chosen.size() != toCancel)
            throw TourFault { QStringLiteral("Three pushes could not be chosen.") };
    }

    void confirm()
    {
        auto& button = visible<QPushButton>(QStringLiteral("confirmButton"));
        QTest::qWait(600); // the question ignores a hasty second click
        picture(*button.window(), "question");
        QTest::mouseClick(&button, Qt::LeftButton);
    }

    void watchTheRun()
    {
        visible<QWidget>(QStringLiteral("runBar"));
        QTest::qWait(1'000);
        picture(m_program.window(), "running");
        waitUntil(
            [this] {
                return std::all_of(m_chosen.begin(), m_chosen.end(),
                    [this](TaskId id) { return list().task(id)->lastOutcome.has_value(); });
            },
            "The cancellations did not end.");
        QTest::qWait(300);
        picture(m_program.window(), "results");
        picture(visible<QWidget>(QStringLiteral("runSummary")), "summary");
    }

    void readTheResults()
    {
        QTextStream out(stdout);
        for (const TaskId id : m_chosen) {
            const Task& task = *list().task(id);
            out << id << ": " << outcomeWord(*task.lastOutcome) << '\n';
            if (*task.lastOutcome != Outcome::Cancelled)
                throw TourFault { QStringLiteral("Push %1 was not cancelled.").arg(id) };
        }
        Q_EMIT m_program.console().list().resultRequested(m_chosen.first());
        auto& dialog = visible<QWidget>(QStringLiteral("resultDialog"));
        QTest::qWait(200);
        picture(dialog, "result");
        dialog.close();
        visible<QWidget>(QStringLiteral("runSummary")).close();
    }

    void showProfileDialog()
    {
        trigger("newAppAction");
        auto& dialog = visible<QWidget>(QStringLiteral("profileDialog"));
        QTest::qWait(200);
        picture(dialog, "profile");
        dialog.hide();
    }

    void showApps()
    {
        trigger("appsAction");
        auto& dialog = visible<QWidget>(QStringLiteral("profilesDialog"));
        QTest::qWait(200);
        picture(dialog, "apps");
        dialog.close();
    }

    void showKeys()
    {
        trigger("keysAction");
        auto& dialog = visible<QWidget>(QStringLiteral("keySheet"));
        QTest::qWait(200);
        picture(dialog, "keys");
        dialog.close();
    }

    void showHelp()
    {
        for (const auto& [action, name, file] : { std::tuple("promisesAction", "promisesDialog", "promises"),
                 std::tuple("aboutAction", "aboutDialog", "about") }) {
            trigger(action);
            auto& dialog = visible<QWidget>(QString::fromLatin1(name));
            QTest::qWait(200);
            picture(dialog, file);
            dialog.close();
        }
    }

    void showRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(300);
        picture(m_program.window(), "right-to-left");
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QTest::qWait(100);
    }

    void showDark()
    {
        theme::apply(theme::Scheme::Dark);
        QTest::qWait(300);
        picture(m_program.window(), "dark");
    }

    void picture(QWidget& widget, const char* name)
    {
        const QString file = QDir(m_folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png"));
        if (!widget.grab().save(file))
            throw TourFault { QStringLiteral("The picture %1 could not be written.").arg(file) };
    }

    Program& m_program;
    QString m_folder;
    QList<TaskId> m_chosen;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pushbrake"));
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(arguments.indexOf(QStringLiteral("--out")) + 1, QStringLiteral("tour"));
    QDir().mkpath(folder);
    installLanguage(application);
    theme::apply(theme::Scheme::Light);
    const QTemporaryDir places;
    Program program({ places.filePath(QStringLiteral("data")), places.filePath(QStringLiteral("settings.ini")) });
    try {
        Tour(program, folder).play();
    } catch (const TourFault& fault) {
        QTextStream(stderr) << "The tour stopped: " << fault.what << '\n';
        return 1;
    }
    return 0;
}
