// The parts of figures.json that are not official tables: requests, tasks, activities.
#pragma once

#include <string>

#include "figures/figures.h"
#include "figures/json_reader.h"

namespace nianbao {

std::string request_figures_text(const RequestFigures& requests);
std::string task_figures_text(const TaskFigures& tasks);
std::string activity_figures_text(const ActivityFigures& activities);

RequestFigures read_request_figures(JsonReader& reader, const JsonReader::Object& requests);
TaskFigures read_task_figures(JsonReader& reader, const JsonReader::Object& tasks);
ActivityFigures read_activity_figures(JsonReader& reader, const JsonReader::Object& activities);

}  // namespace nianbao
