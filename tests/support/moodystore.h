// A keychain with moods, for the tests of everything that works with accounts.
#pragma once

#include "secrets/sessionstore.h"

#include <QList>
#include <QTimer>

#include <functional>
#include <optional>

namespace pushbrake {

/// A keychain that answers every call with `fault` while there is one.
class MoodyStore final : public AccountStore
{
public:
    void load(const QString& profileId, QObject* context, Loaded done) override
    {
        ++loads;
        if (isSlow)
            later.append([this, profileId, context, done] { kept.load(profileId, context, done); });
        else if (fault || loadFault)
            refuse(context, std::move(done), loadFault);
        else
            kept.load(profileId, context, std::move(done));
    }
    void save(Account account, QObject* context, Finished done) override
    {
        if (isDeaf)
            kept.save(account.duplicate(), context, [](std::expected<void, StoreFault>) {});
        if (fault || savesLeft == 0 || isDeaf)
            refuse(context, std::move(done));
        else
            kept.save(std::move(account), context, std::move(done));
        savesLeft -= savesLeft > 0;
    }
    void remove(const QString& profileId, QObject* context, Finished done) override
    {
        if (fault)
            refuse(context, std::move(done));
        else
            kept.remove(profileId, context, std::move(done));
    }

    void list(QObject* context, Listed done) override
    {
        if (fault)
            done({});
        else
            kept.list(context, std::move(done));
    }
    void unlock(QObject*, std::function<void(bool)> done) override { unlocked = std::move(done); }

    SessionStore kept;
    std::function<void(bool)> unlocked; ///< the question of the system that is open now; calling it answers
    std::optional<StoreFault> fault;
    std::optional<StoreFault> loadFault; ///< of loading alone
    int loads = 0;
    int savesLeft = -1; ///< after so many it takes no more; -1: no end to it
    bool isDeaf = false; ///< does what it is asked, and is said not to have answered
    bool isSlow = false; ///< what is loaded then is answered when a test calls what stands in `later`
    QList<std::function<void()>> later;

private:
    template<typename Done> void refuse(QObject* context, Done done, std::optional<StoreFault> first = std::nullopt)
    {
        const StoreFault why = first ? *first : fault.value_or(StoreFault::Unavailable);
        QTimer::singleShot(0, context, [done, why] { done(std::unexpected { why }); });
    }
};

} // namespace pushbrake
