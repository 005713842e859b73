// Tells the sanitizer of races how Qt hands work from thread to thread. Debian's Qt is not built with it, so that it
// cannot see Qt's own locks and would call every word handed over a race. Linked into whatever is built with it: the
// functions here stand before Qt's of the same names. An event or work for the pool happens after whatever its
// sender did before it. A signal to another thread is not among them, since the program sends none with arguments.
#include <QCoreApplication>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <functional>
#include <utility>

extern "C" {
void __tsan_acquire(void* mark);
void __tsan_release(void* mark);
}

namespace {

// Where threads meet: one place for all work of the pool, one for all calls that were waited for. Events meet at the
// thread of their receiver.
char workStarted = 0;
char calledBack = 0;

void* threadOf(const QObject* receiver)
{
    return receiver ? receiver->thread() : nullptr;
}

template<typename Function> Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool receive(void** data)
{
    __tsan_acquire(threadOf(static_cast<const QObject*>(data[0])));
    return false; // it is delivered as usual
}

// The caller waits for the call to end.
QtPrivate::QSlotObjectBase* thatCallsBack(QtPrivate::QSlotObjectBase* slot, QObject* receiver, void* result)
{
    const auto call = [slot, receiver, result] {
        void* arguments[] = { result };
        slot->call(receiver, arguments);
        slot->destroyIfLastRef();
        __tsan_release(&calledBack);
    };
    return new QtPrivate::QFunctorSlotObject<decltype(call), 0, QtPrivate::List<>, void>(call);
}

const bool isListening = QInternal::registerCallback(QInternal::EventNotifyCallback, receive);

} // namespace

extern "C" {

void _ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject* receiver, QEvent* event, int priority)
{
    static const auto post = next<void (*)(QObject*, QEvent*, int)>(__func__);
    __tsan_release(threadOf(receiver));
    post(receiver, event, priority);
}

bool _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject* receiver, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type, void* result)
{
    static const auto invoke
        = next<bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*)>(__func__);
    const bool waits = type == Qt::BlockingQueuedConnection;
    auto* const called = waits ? thatCallsBack(slot, receiver, result) : slot;
    __tsan_release(threadOf(receiver));
    const bool isDone = invoke(receiver, called, type, waits ? nullptr : result);
    if (waits)
        __tsan_acquire(&calledBack);
    return isDone;
}

void _ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool* pool, std::function<void()> function, int priority)
{
    static const auto start = next<void (*)(QThreadPool*, std::function<void()>, int)>(__func__);
    std::function<void()> work = [function = std::move(function)] {
        __tsan_acquire(&workStarted);
        function();
    };
    __tsan_release(&workStarted); // with what belongs to the work
    start(pool, std::move(work), priority);
}
}
