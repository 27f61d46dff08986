// Included before better-sqlite3's own sources when it is compiled for Node 24. From 24.19 on Node's ObjectWrap
// calls these two from its destructor, where they abort the process: https://github.com/nodejs/node/issues/65446.
// Without the calls it is the ObjectWrap of every Node before.
#include <node.h>
#define AddEnvironmentCleanupHook(isolate, hook, argument)
#define RemoveEnvironmentCleanupHook(isolate, hook, argument)
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
