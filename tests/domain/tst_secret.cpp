// A secret cannot be copied, printed or compared by accident; what is still needed twice is duplicated by name.
#include "domain/profile.h"
#include "domain/secret.h"

#include <QDebug>
#include <QTest>

#include <type_traits>

using namespace pushbrake;

namespace {
template<typename T>
concept Printable = requires(QDebug out, const T& value)
{
    out << value;
};
template<typename T>
concept TurnsIntoText = std::is_convertible_v<T, QString> || std::is_convertible_v<T, QByteArray>;
} // namespace

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(!std::is_copy_constructible_v<Account>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);
static_assert(!Printable<Secret> && !TurnsIntoText<Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLeftEmptyByAMove()
    {
        Secret first(QByteArray("key"));
        const Secret second(std::move(first));
        QVERIFY(first.isEmpty());
        QCOMPARE(second.reveal(), QByteArray("key"));
    }

    void isDuplicatedOnlyByName()
    {
        const Secret first(QByteArray("key"));
        const Secret second = first.duplicate();
        QCOMPARE(second.reveal(), first.reveal());
        QVERIFY(second.reveal().constData() != first.reveal().constData());
    }

    void leavesNothingToReadAfterWiping()
    {
        QByteArray bytes(64, 'k');
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
