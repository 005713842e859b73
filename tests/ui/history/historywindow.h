// A window with the history in it and a journal to fill it from: for the tests of what is done there.
#pragma once

#include "store/database.h"
#include "store/journal.h"
#include "store/osuser.h"
#include "ui/history/historydesk.h"
#include "ui/history/historypage.h"
#include "ui/uisamples.h"
#include "ui/window/shell.h"
#include "ui/words/language.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

namespace historywindow {

using namespace pushbrake;

inline const AppKey singapore { QStringLiteral("adminapisgp.im.qcloud.com/1400000001") };
inline const AppKey practice { QStringLiteral("practice") };
inline constexpr qint64 day = 86'400;

struct Window
{
    explicit Window(const QString& folder)
        : settings(folder + QStringLiteral("/s.ini"), QSettings::IniFormat)
    {
        auto* first = new QLabel(QStringLiteral("list"));
        first->setObjectName(QStringLiteral("firstPage"));
        Room list;
        list.page = Page { QStringLiteral("&List"), first };
        window.add(list);
        window.add(desk.room());
        window.resize(1240, 760);
        window.show();
    }

    void done(const AppKey& app, TaskId id, const QString& title, Outcome outcome, const QDateTime& at)
    {
        const auto run = journal.begin(app, DeedKind::Delete, { samples::task(clock, id, title, 60) },
            { app == practice ? QString() : QStringLiteral("Shop"), ProfileColour::Red, true, Milliseconds(4'000), 1 });
        QVERIFY(run && journal.attempt(*run, id, 1, 17, at));
        journal.note({ *run, id, RunEvent::Kind::Deed, 17, true, at, at.addMSecs(120), 0, NetFault::None, 200, {},
            TaskStatus::NotRead });
        SettledResult result;
        result.taskId = id;
        result.outcome = outcome;
        result.attempts = 1;
        result.httpStatus = 200;
        result.requestNumber = 17;
        result.sentAt = at;
        result.settledAt = at.addMSecs(120);
        QVERIFY(journal.settle(*run, result));
    }

    template<typename T> T* find(const char* name) { return window.findChild<T*>(QString::fromLatin1(name)); }
    QTreeView& pushes() { return *find<QTreeView>("pushHistory"); }
    QTreeView& runs() { return *find<QTreeView>("runHistory"); }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QAction* keep(const char* name)
    {
        for (const auto& [menu, actions] : window.commands()) {
            for (QAction* action : actions) {
                for (QAction* inside : action->menu() ? action->menu()->actions() : QList<QAction*>()) {
                    if (inside->objectName() == QLatin1String(name))
                        return inside;
                }
            }
        }
        return nullptr;
    }
    QString notice() { return find<QLabel>("noticeText")->text() + u'\n' + find<QLabel>("noticeDetails")->text(); }
    /// As if the disk would not give that table back.
    bool forget(const char* table)
    {
        return QSqlQuery(database->connection())
            .exec(QStringLiteral("ALTER TABLE %1 RENAME TO gone").arg(QLatin1String(table)));
    }
    QString counter() { return find<QLabel>("historyCounter")->text(); }
    QString details()
    {
        QString text;
        for (const QLabel* label : find<QWidget>("historyDetails")->findChildren<QLabel*>())
            text += label->text() + u'\n';
        return text;
    }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < pushes().model()->rowCount(); ++row)
            all += pushes().model()->index(row, PushHistory::Title).data(Qt::AccessibleTextRole).toString();
        return all;
    }

    samples::StillClock clock;
    QSettings settings;
    std::unique_ptr<Database> database = Database::inMemory();
    Journal journal { *database, clock };
    Shell window { settings };
    HistoryDesk desk { { window, *database, settings, clock } };
};

} // namespace historywindow
