// Where accounts live: the operating system's keychain, or this session's memory. Asynchronous; every call is
// answered exactly once, within 10 seconds or as long as the system asks the person, unless `context` is gone by then.
// Owned by Program.
#pragma once

#include "domain/profile.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <expected>
#include <functional>

namespace pushbrake {

/// Missing: the keychain is open and has no such entry. Locked: it has to be unlocked first. Unavailable: there is
/// no keychain, or it does not answer. Refused: the person or the system said no. Damaged: the entry cannot be read.
/// TooLarge: the entry would be over 2400 bytes. NotKept: it was saved, or removed, but looking again says otherwise.
/// Newer: a later version of the program wrote it; it stays as it is. SecretOfAnother: the saved secret was entered for
/// another host, SDKAppID or identifier.
enum class StoreFault { Missing, Locked, Unavailable, Refused, Damaged, TooLarge, NotKept, Newer, SecretOfAnother };

class AccountStore : public QObject
{
    Q_OBJECT
public:
    using Loaded = std::function<void(std::expected<Account, StoreFault>)>;
    using Finished = std::function<void(std::expected<void, StoreFault>)>;
    using Listed = std::function<void(QStringList ids)>;

    virtual void load(const QString& profileId, QObject* context, Loaded done) = 0;
    /// Called back with success only after the entry was read back and is the same.
    virtual void save(Account account, QObject* context, Finished done) = 0;
    /// Called back with success only after looking again found nothing.
    virtual void remove(const QString& profileId, QObject* context, Finished done) = 0;
    /// Asks the system to have the person unlock it, which may take two minutes. True when it is open now.
    virtual void unlock(QObject*, std::function<void(bool)> done) { done(true); }
    /// The accounts that are there and can be removed now. Empty where the platform cannot say.
    virtual void list(QObject*, Listed done) { done({}); }

Q_SIGNALS:
    /// save() had called it failed, and it is there after all.
    void savedLate(const QString& profileId);
};

} // namespace pushbrake
