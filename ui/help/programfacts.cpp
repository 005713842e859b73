#include "ui/help/programfacts.h"

#include "store/database.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {

QString inUse(const QString& version)
{
    return version.isEmpty() ? u"-"_s : version;
}

QString keychainWord(const KeychainState& keychain)
{
    if (!keychain)
        return u"not known yet"_s;
    if (*keychain)
        return u"there and open"_s;
    switch (keychain->error()) {
    case StoreFault::Locked: return u"locked"_s;
    case StoreFault::Refused: return u"refused"_s;
    default: return u"not available"_s;
    }
}

} // namespace

QString programVersion()
{
    return QStringLiteral(PUSHBRAKE_VERSION);
}

QList<BuiltOn> builtOn()
{
    return {
        { u"Qt"_s, QString::fromLatin1(qVersion()), u"LGPL-3.0-only"_s },
        { u"QtKeychain"_s, QStringLiteral(KEYCHAIN_VERSION), u"BSD-2-Clause"_s },
        { u"SQLite"_s, inUse(Database::engineVersion()), QCoreApplication::translate("ProgramFacts", "Public domain") },
        { u"OpenSSL"_s, inUse(QSslSocket::sslLibraryVersionString()), u"Apache-2.0"_s },
        { u"JSON for Modern C++"_s, QStringLiteral(JSON_VERSION), u"MIT"_s },
#ifdef Q_OS_LINUX
        { u"Fontconfig"_s, QStringLiteral(FONTCONFIG_VERSION), u"HPND"_s },
#endif
        { u"Boost"_s, QStringLiteral(BOOST_RELEASE), u"BSL-1.0"_s },
        { u"uchardet"_s, QStringLiteral(UCHARDET_RELEASE), u"MPL-1.1"_s },
        { u"libxlsxwriter"_s, QStringLiteral(XLSXWRITER_RELEASE), u"BSD-2-Clause"_s },
        { u"Minizip"_s, QStringLiteral(MINIZIP_RELEASE), u"Zlib"_s },
        { u"zlib"_s, QStringLiteral(ZLIB_RELEASE), u"Zlib"_s },
        { u"Lucide"_s, u"–"_s, u"ISC"_s },
    };
}

QString systemName()
{
    return u"%1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
        QSysInfo::currentCpuArchitecture());
}

QString programSupportText(const KeychainState& keychain)
{
    QStringList lines {
        u"Pushbrake %1"_s.arg(programVersion()),
        u"Qt: %1, built with %2"_s.arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
        u"system: %1"_s.arg(systemName()),
        u"platform: %1"_s.arg(QGuiApplication::platformName()),
        u"TLS: %1"_s.arg(inUse(QSslSocket::sslLibraryVersionString())),
        u"SQLite: %1"_s.arg(inUse(Database::engineVersion())),
        u"keychain: %1"_s.arg(keychainWord(keychain)),
    };
    return lines.join(u'\n');
}

} // namespace pushbrake
