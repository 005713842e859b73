// Starts Pushbrake: hardens the process, then builds the program and shows its window.
#include "secrets/processhardening.h"
#include "start/endsignal.h"
#include "start/program.h"
#include "start/setup.h"
#include "start/upgrade.h"
#include "store/datafolder.h"
#include "ui/words/problems.h"

#include <QApplication>
#include <QMessageBox>

namespace {
// The first one hangs, or is on another display: a person has to find it.
void tellThatItIsOpen()
{
    auto* message
        = new QMessageBox(QMessageBox::Information, QString(), pushbrake::sentences::alreadyOpen(), QMessageBox::Close);
    message->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(message, &QDialog::finished, qApp, [] { QCoreApplication::exit(1); });
    message->open();
}

void bringUpToDate(const pushbrake::Program::Places& places)
{
    const QString path = pushbrake::databasePath(places.dataFolder);
    if (!pushbrake::Upgrade::isNeeded(path))
        return;
    pushbrake::Upgrade upgrade(path);
    QObject::connect(&upgrade, &pushbrake::Upgrade::ended, qApp, [] { QCoreApplication::exit(0); });
    upgrade.start();
    QApplication::setQuitOnLastWindowClosed(false); // its window is not the program's
    QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(true);
}
} // namespace

int main(int argc, char* argv[])
{
    // Before the first secret is read: no core dump and no debugger may see it.
    pushbrake::hardenProcess();
    pushbrake::prepareBeforeQt();
    QApplication application(argc, argv);
    pushbrake::setUp(application);

    const auto places = pushbrake::Program::usualPlaces();
    bringUpToDate(places);
    pushbrake::Program program(places);
    const QString file = QApplication::arguments().value(1);
    if (!program.canStart()) {
        program.handOver(file, [](bool shown) {
            if (shown)
                QCoreApplication::exit(0);
            else
                tellThatItIsOpen();
        });
        return QApplication::exec();
    }
    pushbrake::EndSignal endSignal;
    QObject::connect(&endSignal, &pushbrake::EndSignal::asked, &application, [&program] { program.end(); });
    // The desktop's session manager says so before it ends programs.
    QObject::connect(
        &application, &QGuiApplication::commitDataRequest, &application, [&program] { program.end(); },
        Qt::DirectConnection);
    program.start(file);
    return QApplication::exec();
}
