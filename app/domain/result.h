// Either a value or the reason why there is none. Names follow std::expected, which GCC 12 lacks.
// For faults of the world; our own mistakes are Q_ASSERT.
#pragma once

#include <utility>
#include <variant>

namespace pushbrake {

template<typename E>
struct Unexpected
{
    E error;
};
template<typename E>
Unexpected(E) -> Unexpected<E>;

template<typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Unexpected<E> fault) : m_state(std::in_place_index<1>, std::move(fault.error)) { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }
    const E& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

template<typename E>
class [[nodiscard]] Result<void, E>
{
public:
    Result() : m_state(std::in_place_index<0>) { }
    Result(Unexpected<E> fault) : m_state(std::in_place_index<1>, std::move(fault.error)) { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const E& error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, E> m_state;
};

} // namespace pushbrake
