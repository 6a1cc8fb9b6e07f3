using System.Net;

namespace Ganglion.Server.Ports;

/// <summary>The clients of a port, up to a limit; of any thread.</summary>
/// <param name="context">Limits and the clock.</param>
internal sealed class ClientTable(PortContext context)
{
    private readonly Lock _gate = new();
    private volatile Client[] _clients = [];

    /// <summary>All of them, in the order in which they came.</summary>
    public Client[] All => _clients;

    /// <summary>Finds a client.</summary>
    /// <param name="address">Its address.</param>
    public Client? Find(SocketAddress address)
    {
        foreach (Client client in _clients)
        {
            if (client.Address.Equals(address))
            {
                return client;
            }
        }

        return null;
    }

    /// <summary>Finds a client, or lets it in; one that has long been silent makes room where there is none.</summary>
    /// <param name="address">Its address.</param>
    /// <returns><see langword="null"/> when there are as many as may be.</returns>
    public Client? FindOrAdd(SocketAddress address)
    {
        if (Find(address) is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            Client[] guests = [.. _clients.Where(client => !client.IsLasting)];
            if (guests.Length >= context.Options.Limits.Clients)
            {
                if (Array.Find(guests, guest => guest.IsSilent(context)) is not { } silent)
                {
                    return null;
                }

                Remove(silent);
            }

            var client = new Client(address);
            client.Hear(context.Time);
            _clients = [.. _clients, client];
            return client;
        }
    }

    /// <summary>Adds a client that a user named.</summary>
    /// <param name="client">The client.</param>
    public void Add(Client client)
    {
        lock (_gate)
        {
            _clients = [.. _clients, client];
        }
    }

    /// <summary>Lets a client go; nobody waits for its grants any more.</summary>
    /// <param name="client">The client.</param>
    public void Remove(Client client)
    {
        lock (_gate)
        {
            _clients = [.. _clients.Where(other => other != client)];
        }

        client.Granter?.Dispose();
    }
}
