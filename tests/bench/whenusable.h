// What both sides of the start-up benchmark do: wait for the first painting, print the memory used, end.
// "KiB when painted" first, so that its arrival is the time measured; a second line follows after a second's rest.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

class WhenUsable : public QObject
{
public:
    explicit WhenUsable(QWidget& window) { window.installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        // Painting goes on after this event: what is posted now is done when all of the window has been painted.
        if (event->type() == QEvent::Paint && !std::exchange(m_painted, true))
            QTimer::singleShot(0, this, &WhenUsable::report);
        return false;
    }

private:
    void report()
    {
        print();
        QTimer::singleShot(std::chrono::seconds(1), this, [this] {
            print();
            QCoreApplication::quit();
        });
    }

    static void print()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return;
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                std::printf("%s\n", line.simplified().split(' ').value(1).constData());
        }
        std::fflush(stdout);
    }

    bool m_painted = false;
};
