package io.routewright.daemon.apply;

import io.routewright.daemon.kernel.Ack;
import io.routewright.daemon.kernel.Kernel;
import io.routewright.daemon.kernel.KernelException;
import io.routewright.daemon.names.NameFiles;
import io.routewright.daemon.names.OwnNames;
import io.routewright.daemon.sysctl.Sysctls;
import io.routewright.netlink.NetlinkH;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Message;
import io.routewright.protocol.Operation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Applies change sets. First, thin form: operations one by one, in the order given.
public final class Applier {
    private final Kernel kernel;
    private final OwnNames names;

    public Applier(Kernel kernel, NameFiles files) {
        this.kernel = kernel;
        this.names = new OwnNames(files);
    }

    public Message.Outcome apply(ChangeSet set) throws KernelException {
        List<Operation> all = set.operations();
        for (int i = 0; i < all.size(); i++) {
            Ack ack = run(all.get(i));
            if (!ack.isDone()) {
                return new Message.RolledBack(
                        i, ack.errno(), ack.words(), ack.offset(), 0, List.of());
            }
        }
        return new Message.Applied(set.id());
    }

    private Ack run(Operation operation) throws KernelException {
        return switch (operation) {
            case Operation.Create op -> kernel.ask(create(op.after(), NetlinkH.NLM_F_EXCL));
            case Operation.Delete op ->
                    kernel.ask(op.before().toMessage(op.before().deleteType(), 0));
            case Operation.Change op -> kernel.ask(create(op.after(), NetlinkH.NLM_F_REPLACE));
            case Operation.Name op -> name(op);
            case Operation.Sysctl op -> sysctl(op);
        };
    }

    private static NetlinkMessage create(RtnetlinkObject object, int flag) {
        return object.toMessage(object.newType(), NetlinkH.NLM_F_CREATE | flag);
    }

    private Ack name(Operation.Name op) {
        Map<Long, String> all = new TreeMap<>(names.read());
        all.put(op.tableId(), op.after());
        all.values().removeIf(String::isEmpty);
        try {
            names.write(all);
            return new Ack(0, "", 0);
        } catch (IOException e) {
            return new Ack(5, e.toString(), 0);
        }
    }

    private static Ack sysctl(Operation.Sysctl op) {
        try {
            Sysctls.write(op.key(), op.after());
            return new Ack(0, "", 0);
        } catch (IOException e) {
            return new Ack(22, e.toString(), 0);
        }
    }
}
