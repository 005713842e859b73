#include "ui/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pushbrake {

namespace {
const QString ourFolder = QStringLiteral(":/i18n");
}

void installLanguage(QCoreApplication& application)
{
    auto* qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto* own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("pushbrake"), QStringLiteral("_"), ourFolder)
        || own->load(QStringLiteral("pushbrake_en"), ourFolder))
        QCoreApplication::installTranslator(own);
}

} // namespace pushbrake
