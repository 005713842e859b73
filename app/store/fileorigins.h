// The files from which pushes were imported into the list of an app: their names and numbers (domain/origin.h), kept in
// the database for as long as that is. Owned by TaskList; borrows the Database. A file is known by its name alone.
#pragma once

#include "domain/appkey.h"
#include "domain/origin.h"
#include "store/storefault.h"

#include <QStringList>

#include <expected>
#include <optional>

namespace pushbrake {

class Database;

class FileOrigins
{
public:
    explicit FileOrigins(Database& database);

    /// The name of a file as it is kept and shown: in one line, without what cannot be seen or looks like a secret, and
    /// not longer than a line. Empty when nothing is left of it.
    static QString keptName(const QString& foreign);

    /// Those used last before the others; below 0: all.
    [[nodiscard]] std::expected<QStringList, DatabaseFault> names(const AppKey& app, int atMost) const;
    /// Nothing for one from which no push came.
    [[nodiscard]] std::expected<std::optional<quint16>, DatabaseFault> numberOf(
        const AppKey& app, const QString& name) const;
    /// Empty for a number without one.
    [[nodiscard]] std::expected<QString, DatabaseFault> nameOf(quint16 number) const;

    /// The number for what comes from this file now; it is its own only once it is noted.
    [[nodiscard]] std::expected<quint16, DatabaseFault> numberFor(const AppKey& app, const QString& name) const;
    /// Pushes came from it; inside the caller's transaction.
    [[nodiscard]] bool note(const AppKey& app, const QString& name, quint16 number);

private:
    Database& m_database;
};

} // namespace pushbrake
