// A Secret Service of the tests, on a bus of their own, that does what a real one would never do twice: keeps other
// bytes than it was given, forgets, keeps what it was asked to remove, or has a person dismiss every question. Owned by
// the test; speaks as much of the protocol as libsecret and the program use.
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QHash>
#include <QMap>

#include <functional>

class FakeSecretService final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Mood {
        Honest,
        KeepsOtherBytes,
        Forgets, ///< says that it was kept
        KeepsWhatItRemoves, ///< says that it was removed
        PersonDismisses, ///< asks before it writes or removes, and nobody wants it
        PersonIsSlow ///< asks before it writes, and writes when answer() is called
    };

    FakeSecretService();
    ~FakeSecretService() override;

    Mood mood = Mood::Honest;
    bool isLocked = false;
    bool hasKeyring = true; ///< whether there is a default one

    qsizetype entries() const { return m_items.size(); }
    int prompts() const { return m_prompts; }
    bool isAsking() const { return bool(m_answered); }
    /// The person says yes to the question that is open.
    void answer();
    /// What is kept is changed or taken away by somebody else.
    void changeEntries(const QByteArray& from, const QByteArray& to);
    void removeEntries() { m_items.clear(); }

    QString introspect(const QString& path) const override;
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override;

private:
    struct Item
    {
        QMap<QString, QString> attributes;
        QByteArray secret;
        QByteArray type;
    };
    using Work = std::function<void()>;

    QVariantList serve(const QDBusMessage& message);
    QVariantList search(const QMap<QString, QString>& attributes) const;
    QVariantList create(const QDBusMessage& message);
    QVariantList secretsOf(const QDBusMessage& message) const;
    QVariantList property(const QString& path, const QString& name) const;
    QDBusObjectPath ask(Work work);
    void complete(bool isDismissed);

    QDBusConnection m_bus;
    QHash<QString, Item> m_items;
    Work m_answered; ///< what a yes to the open question does
    int m_made = 0;
    int m_prompts = 0;
};
