package io.routewright.daemon.apply;

import io.routewright.daemon.kernel.Ack;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.plan.Goal;
import io.routewright.daemon.plan.Picture;
import io.routewright.daemon.plan.Planner;
import io.routewright.daemon.plan.ReadBack;
import io.routewright.daemon.plan.Risk;
import io.routewright.daemon.plan.Settled;
import io.routewright.daemon.plan.Spot;
import io.routewright.daemon.plan.Step;
import io.routewright.protocol.Message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One change set on its way: done, or undone.
final class Attempt {
    /// Looks and repairs after a failure; each pass puts back what only became possible by the one before.
    private static final int UNDO_PASSES = 5;

    private final StateReader reader;
    private final Runner runner;
    private final Goal goal;
    private final Picture before;
    private final Risk risk;
    private final Map<Spot, Integer> spots;
    private final Set<Integer> begun = new TreeSet<>();

    /// @param before what stood at all of `spots`
    /// @param spots those the operations touch and those at risk
    Attempt(
            StateReader reader,
            Runner runner,
            Goal goal,
            Picture before,
            Risk risk,
            Map<Spot, Integer> spots) {
        this.reader = reader;
        this.runner = runner;
        this.goal = goal;
        this.before = before;
        this.risk = risk;
        this.spots = spots;
    }

    /// A step the kernel refused, or that came out otherwise than asked.
    private record Refusal(int operation, Ack ack) {}

    /// Does all, or undoes what was done; also when the kernel can no longer be talked to in the middle of it.
    Message.Outcome run(String id) throws KernelException {
        Optional<Refusal> refusal;
        try {
            refusal = forward();
        } catch (KernelException e) {
            refusal = Optional.of(broken(e));
        }
        return refusal.isEmpty() ? new Message.Applied(id) : back(refusal.get());
    }

    private Refusal broken(KernelException e) {
        int last = begun.stream().reduce(0, (earlier, later) -> later);
        return new Refusal(last, new Ack(e.errno(), String.valueOf(e.getMessage()), 0));
    }

    private Optional<Refusal> forward() throws KernelException {
        List<Step> steps = Planner.plan(before, goal.picture(), goal, goal.touched());
        Settled settled = new Settled(goal.picture(), goal.touched());
        if (!risk.isEmpty()) {
            Optional<Refusal> early = runAll(steps.stream().filter(Step::isUpToLinks).toList());
            if (early.isPresent()) {
                return early;
            }
            Picture now = reader.read(spots.keySet());
            settled = Settled.forward(goal, before, now, risk);
            steps = Planner.plan(now, settled.picture(), goal, settled.spots());
        }
        Optional<Refusal> refusal = runAll(steps);
        return refusal.isPresent() ? refusal : readBack(settled);
    }

    private Optional<Refusal> runAll(List<Step> steps) throws KernelException {
        for (Step step : steps) {
            begun.add(step.operation());
            Ack ack = runner.run(step);
            if (!ack.isDone()) {
                return Optional.of(new Refusal(step.operation(), ack));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> readBack(Settled settled) throws KernelException {
        Picture now = reader.read(goal.touched().keySet());
        return ReadBack.firstDeviation(goal, settled.picture(), now, risk.isEmpty())
                .map(d -> new Refusal(d.operation(), new Ack(0, d.words(), 0)));
    }

    /// From what stands now to what stood before, as often as it takes. A step that is refused on the way back does not
    /// stop the others; whether all is back is judged by what stands in the end.
    private Message.RolledBack back(Refusal refusal) throws KernelException {
        Map<Spot, Integer> open = wrong();
        for (int pass = 0; pass < UNDO_PASSES && !open.isEmpty(); pass++) {
            Picture now = reader.read(spots.keySet());
            Settled wished = Settled.back(goal, before, now, spots);
            for (Step step : Planner.plan(now, wished.picture(), goal, spots)) {
                runner.run(step);
            }
            open = wrong();
        }
        Set<Integer> failed = new TreeSet<>(open.values());
        begun.remove(refusal.operation());
        begun.removeAll(failed);
        begun.remove(-1);
        Ack ack = refusal.ack();
        return new Message.RolledBack(
                Math.max(0, refusal.operation()),
                ack.errno(),
                ack.words(),
                ack.offset(),
                begun.size(),
                failed.stream().filter(i -> i >= 0).toList());
    }

    /// Spots that are not as before.
    private Map<Spot, Integer> wrong() throws KernelException {
        Picture now = reader.read(spots.keySet());
        Settled wished = Settled.back(goal, before, now, spots);
        Map<Spot, Integer> found = new HashMap<>();
        for (Map.Entry<Spot, Integer> e : spots.entrySet()) {
            Map<Spot, Integer> one = Map.of(e.getKey(), e.getValue());
            Set<Step> left = new HashSet<>(Planner.plan(now, wished.picture(), goal, one));
            if (left.stream()
                    .anyMatch(s ->
                            s instanceof Step.Ask
                                    || s instanceof Step.WriteName
                                    || s instanceof Step.WriteSysctl)) {
                found.put(e.getKey(), e.getValue());
            }
        }
        return found;
    }
}
