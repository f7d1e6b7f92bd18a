package io.routewright.daemon.apply;

import io.routewright.daemon.kernel.Kernel;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.names.NameFiles;
import io.routewright.daemon.names.OwnNames;
import io.routewright.daemon.plan.ClosedList;
import io.routewright.daemon.plan.Goal;
import io.routewright.daemon.plan.Picture;
import io.routewright.daemon.plan.Refused;
import io.routewright.daemon.plan.Risk;
import io.routewright.daemon.plan.Spot;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Applies change sets: checks them against the closed list and against the kernel, does them whole or not at all.
/// One at a time; the caller sees to that.
public final class Applier {
    /// More routes than this are not put at risk: they could not all be kept in mind for the way back.
    private static final int MOST_AT_RISK = 30_000;

    private static final int E2BIG = 7;

    private final StateReader reader;
    private final Runner runner;
    private final ClosedList closedList;

    public Applier(Kernel kernel, NameFiles files) {
        OwnNames names = new OwnNames(files);
        this.reader = new StateReader(kernel, names);
        this.runner = new Runner(kernel, names);
        this.closedList = new ClosedList(names);
    }

    /// @throws KernelException the kernel cannot be talked to
    public Message.Outcome apply(ChangeSet set) throws KernelException {
        try {
            closedList.check(set.operations());
            Set<Spot> own = Goal.spots(set.operations());
            Picture now = reader.read(own);
            Goal goal = Goal.of(now, set.operations());
            Risk risk = Risk.of(now, goal.picture(), goal.touched());
            Map<Spot, Integer> spots = new HashMap<>(reader.routesAtRisk(risk, MOST_AT_RISK));
            if (spots.size() > MOST_AT_RISK) {
                return tooMany(risk);
            }
            spots.putAll(risk.spots());
            spots.putAll(goal.touched());
            Picture before = risk.isEmpty() ? now : reader.read(spots.keySet());
            return new Attempt(reader, runner, goal, before, risk, spots).run(set.id());
        } catch (Refused e) {
            return e.outcome();
        }
    }

    private static Message.Rejected tooMany(Risk risk) {
        int operation = risk.links().values().stream().findFirst().orElse(0);
        String words =
                "more than " + MOST_AT_RISK + " routes would go with it, too many to put back";
        return new Message.Rejected(operation, E2BIG, words);
    }
}
