#include "model/task_status.h"

#include <gtest/gtest.h>

namespace nianbao {

TEST(TaskStatus, EveryLabelIsFound) {
  for (int i = 0; i < kTaskStatuses; ++i) {
    const auto status = static_cast<TaskStatus>(i);
    EXPECT_EQ(find_task_status(task_status_label(status)), status);
  }
}

TEST(TaskStatus, KnowsWordsThatMeanTheSame) {
  EXPECT_EQ(find_task_status(" 已 完 成 "), TaskStatus::done);
  EXPECT_EQ(find_task_status("完成"), TaskStatus::done);
  EXPECT_EQ(find_task_status("正在推进"), TaskStatus::running);
  EXPECT_EQ(find_task_status("未启动"), TaskStatus::not_started);
  EXPECT_EQ(find_task_status("持续推进"), TaskStatus::standing);
}

TEST(TaskStatus, LeavesAloneWhatIsOpen) {
  for (const char* text : {"", "未完成", "基本完成", "已完成90%", "/", "不适用", "逾期"}) {
    EXPECT_FALSE(find_task_status(text).has_value()) << text;
  }
}

}  // namespace nianbao
