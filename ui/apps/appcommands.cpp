#include "ui/apps/appcommands.h"

#include "domain/profile.h"
#include "ui/window/commandaction.h"

using namespace Qt::StringLiterals;

namespace pushbrake {

AppCommands::AppCommands(QObject* owner)
    : newApp(new CommandAction("newAppAction", tr("&New app…"), u"plus"_s, owner))
    , apps(new CommandAction("appsAction", tr("&Apps…"), u"list-checks"_s, owner))
    , edit(new CommandAction("editAppAction", tr("&Edit this app…"), u"pencil"_s, owner))
    , test(new CommandAction("testConnectionAction", tr("&Test the connection"), u"shield-check"_s, owner))
    , remove(new CommandAction("removeAppAction", tr("&Remove this app…"), u"trash-2"_s, owner))
    , readsApart(new CommandAction("readsApartAction", tr("Look-&ups have their own rate limit"), {}, owner))
{
    readsApart->setCheckable(true);
    readsApart->setTip(tr("Choose this only if the service counts look-ups and cancellations apart. Then cancelling "
                          "does not share its five requests a second."));
    follow({}, {});
}

void AppCommands::follow(const QString& chosenId, const QString& unavailable)
{
    if (chosenId == practiceId) {
        edit->setWhyNot(tr("Practice needs no account, so there is nothing to edit."));
        test->setWhyNot(tr("Practice needs no account, so there is nothing to test."));
        remove->setWhyNot(tr("Practice is part of the program and cannot be removed."));
        readsApart->setWhyNot({});
        return;
    }
    const QString none = chosenId.isEmpty() ? tr("Choose an app first.") : QString();
    for (CommandAction* each : { edit, remove, readsApart })
        each->setWhyNot(none);
    test->setWhyNot(none.isEmpty() ? unavailable : none);
}

QList<CommandGroup> AppCommands::groups() const
{
    return {
        { MenuPlace::App, { newApp, apps }, false },
        { MenuPlace::App, { edit, test, remove }, false },
        { MenuPlace::App, { readsApart }, true },
    };
}

QList<QAction*> AppCommands::ofSwitcher() const
{
    return { newApp, apps, edit, test, remove };
}

} // namespace pushbrake
