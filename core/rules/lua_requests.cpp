#include "rules/lua_requests.h"

#include "rules/frozen.h"
#include "rules/lua_figures.h"
#include "rules/lua_records.h"

namespace nianbao {

namespace {

void set_first_day(lua_State* lua, const char* key, const std::vector<Date>& days) {
  set_day(lua, key, days.empty() ? std::nullopt : std::optional<Date>(days.front()));
}

// The value as the kind of its column says; "" is a blank.
void set_extra(lua_State* lua, const ExtraColumn& column, const std::string& value) {
  const char* key = column.heading.c_str();
  if (value.empty()) return set_absent(lua, key);
  switch (column.kind) {
    case ExtraKind::number:
      return set_integer(lua, key, std::stoll(value));
    case ExtraKind::yes_no:
      return set_flag(lua, key, value == "是");
    case ExtraKind::date:
    case ExtraKind::word:
      return set_text(lua, key, value);
  }
}

void set_extras(lua_State* lua, const std::vector<std::string>& values,
                const std::vector<ExtraColumn>& extra) {
  lua_createtable(lua, 0, static_cast<int>(extra.size()));
  for (std::size_t i = 0; i < extra.size(); ++i) {
    set_extra(lua, extra[i], i < values.size() ? values[i] : std::string());
  }
  freeze(lua, "extra");
  lua_setfield(lua, -2, "extra");
}

void set_events(lua_State* lua, const ClockEvents& events) {
  set_first_day(lua, "correction_asked", events.corrections_asked);
  set_first_day(lua, "correction_received", events.corrections_received);
  set_flag(lua, "extended", events.extended);
  set_day(lua, "extension_told", events.extension_told);
  set_day(lua, "agreed_deadline", events.agreed_deadline);
  set_day(lua, "fee_asked", events.fee_asked);
  set_day(lua, "fee_paid", events.fee_paid);
}

}  // namespace

void push_request(lua_State* lua, const RequestRecord& record, const std::vector<ExtraColumn>& extra) {
  const Request& request = record.request;
  lua_createtable(lua, 0, 24);
  set_text(lua, "id", request.id);
  set_text(lua, "unit", request.unit);
  set_text(lua, "applicant", table3_column(static_cast<int>(request.applicant)).key);
  set_day(lua, "received", request.received);
  set_day(lua, "replied", request.replied);
  set_day(lua, "ended", request.ended);
  set_day(lua, "closed", request.closed);
  set_text(lua, "channel", request.channel);
  set_text(lua, "topic", request.topic);
  set_flag(lua, "carried_in", record.carried_in);
  set_flag(lua, "carried_out", record.carried_out);
  if (request.outcome) {
    set_text(lua, "outcome", form_name(*request.outcome).key);
  } else {
    set_absent(lua, "outcome");
  }
  set_events(lua, request.events);
  set_extras(lua, request.extra, extra);
  set_place(lua, record.place);
  freeze(lua, "record");
}

}  // namespace nianbao
