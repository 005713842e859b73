// The operating system's keychain through QtKeychain, entry by entry: what is written is read back, what is removed is
// looked for again, and a locked keyring is told from a missing entry and left alone until unlock() is asked for.
// Every call is answered exactly once, within its patience, unless `context` is gone by then; what is asked of one
// entry is done in turn, also when the answer was given up. Owned by the store that uses it.
#pragma once

#include "secrets/accountstore.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <memory>

namespace pushbrake {

class Keychain : public QObject
{
    Q_OBJECT
public:
    struct Patience
    {
        std::chrono::milliseconds forTheSystem { std::chrono::seconds(10) }; ///< all steps of a call together
        std::chrono::milliseconds forAPerson { std::chrono::minutes(5) }; ///< who is asked for a new keyring's password
    };
    /// The bytes hold a secret: wipe() them after use.
    using Read = std::function<void(std::expected<QByteArray, StoreFault>)>;
    using Finished = AccountStore::Finished;

    explicit Keychain(Patience patience, QObject* parent = nullptr);
    ~Keychain() override;

    /// `key` is below pushbrake/v1/.
    void read(const QString& key, QObject* context, Read done);
    /// Takes the bytes and overwrites them when they are no longer needed.
    void write(const QString& key, QByteArray&& bytes, QObject* context, Finished done);
    void remove(const QString& key, QObject* context, Finished done);
    /// Asks the system to unlock the default keyring; a person has two minutes for it. True when it is open now.
    void unlock(QObject* context, std::function<void(bool)> done);
    /// The keys of what is there and unlocked; empty where the platform cannot say.
    void list(QObject* context, AccountStore::Listed done);

Q_SIGNALS:
    /// write() had called it failed, and it was written after all.
    void writtenLate(const QString& key);

private:
    struct Call;
    struct Turn;
    using Work = std::function<void(Call)>;
    using Refused = std::function<void(StoreFault)>;

    void inTurn(Call call, Work work, const Refused& refused);
    void pass(const QString& key);
    void write(const Call& call, const std::shared_ptr<QByteArray>& kept, const Finished& done);

    Patience m_patience;
    /// Who waits for each entry that is in use.
    QHash<QString, QList<std::function<void(std::shared_ptr<Turn>)>>> m_waiting;
};

} // namespace pushbrake
