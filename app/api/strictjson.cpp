#include "api/strictjson.h"

#include <limits>
#include <set>
#include <string>
#include <vector>

namespace pushbrake {

using nlohmann::json;

namespace {

constexpr std::size_t deepestNesting = 64;

// A first pass that builds nothing. json::parse alone keeps the last of two equal keys and nests without bound.
class StrictnessCheck final : public nlohmann::json_sax<json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return enter(); }
    bool key(string_t& name) override { return m_keys.back().insert(name).second; }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool enter()
    {
        m_keys.emplace_back();
        return m_keys.size() <= deepestNesting;
    }
    bool leave()
    {
        m_keys.pop_back();
        return true;
    }

    std::vector<std::set<std::string>> m_keys;
};

} // namespace

// The library takes NUL for the end of the text and skips a byte order mark, so both are looked for here.
std::optional<json> parseStrictJson(const QByteArray& text)
{
    if (text.contains('\0') || text.startsWith("\xEF\xBB\xBF"))
        return std::nullopt;
    StrictnessCheck check;
    if (!json::sax_parse(text.cbegin(), text.cend(), &check))
        return std::nullopt;
    json value = json::parse(text.cbegin(), text.cend(), nullptr, false);
    if (value.is_discarded())
        return std::nullopt;
    return value;
}

std::optional<qint64> integerOf(const json& value)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<quint64>();
        if (number > quint64(std::numeric_limits<qint64>::max()))
            return std::nullopt;
        return qint64(number);
    }
    // The library keeps only numbers with a minus sign as signed ones, so a zero here was written "-0".
    if (value.is_number_integer() && value.get<qint64>() != 0)
        return value.get<qint64>();
    return std::nullopt;
}

std::optional<qint64> integerOf(const json& object, const char* member)
{
    const auto found = object.find(member);
    return found == object.end() ? std::nullopt : integerOf(*found);
}

QString textOf(const json& object, const char* member, const QString& otherwise)
{
    const auto found = object.find(member);
    if (found == object.end())
        return otherwise;
    return found->is_string() ? QString::fromStdString(found->get_ref<const std::string&>()) : QString();
}

} // namespace pushbrake
