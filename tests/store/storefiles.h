// What the store's tests share: a folder of their own, tasks to put in, and the raw bytes of a database file.
#pragma once

#include "domain/task.h"
#include "store/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace storefiles {

inline pushbrake::Task task(pushbrake::TaskId id, const QString& title = {})
{
    pushbrake::Task made;
    made.id = id;
    made.audience = pushbrake::Audience::Tag;
    made.title = title;
    made.goesOutAt = QDateTime::fromMSecsSinceEpoch(1'900'000'000'123 + id % 1'000, Qt::UTC);
    return made;
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The database at a path; ends the test's hope (nullptr) when it does not open.
inline std::unique_ptr<pushbrake::Database> opened(const QString& path)
{
    auto result = pushbrake::Database::open(path);
    return result ? std::move(result).value() : nullptr;
}

} // namespace storefiles
