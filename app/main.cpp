// Starts Pushbrake: hardens the process, then builds the program and shows its window.
#include "program.h"
#include "secrets/processhardening.h"
#include "ui/language.h"
#include "ui/sentences.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMessageBox>

int main(int argc, char* argv[])
{
    // Before the first secret is read: no core dump and no debugger may see it.
    pushbrake::hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pushbrake"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pushbrake"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/pushbrake.svg")));
    pushbrake::installLanguage(application);
    pushbrake::theme::apply(application, pushbrake::theme::Scheme::Desktop);

    pushbrake::Program program(pushbrake::Program::usualPlaces());
    if (!program.canStart()) {
        QMessageBox::information(nullptr, QString(), pushbrake::sentences::databaseProblem(pushbrake::DatabaseFault::InUse));
        return 1;
    }
    program.start();
    return QApplication::exec();
}
