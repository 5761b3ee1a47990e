package io.github.managedservice.internal.process;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class HelperProcesses {

    private final Set<Long> pids = ConcurrentHashMap.newKeySet();

    void add(long pid) {
        pids.add(pid);
    }

    Map<ProcessEntry, Reason> without(Map<ProcessEntry, Reason> members) {
        Set<Long> helpers = new HashSet<>(pids);
        Map<ProcessEntry, Reason> others = new LinkedHashMap<>(members);
        while (others.keySet().removeIf(entry -> isOf(helpers, entry))) {}
        return others;
    }

    private static boolean isOf(Set<Long> helpers, ProcessEntry entry) {
        if (!helpers.contains(entry.pid()) && !helpers.contains(entry.session()) && !helpers.contains(entry.parent())) {
            return false;
        }
        helpers.add(entry.pid());
        return true;
    }
}
