using System.Net;

namespace TypedLlm.Simulator;

/// <summary>An address to listen on. Kestrel takes a host that it does not know for every address; here a slip of the hand opens none.</summary>
/// <param name="Url">The address.</param>
/// <param name="IsOpen">Whether it is every address of this machine, so that others reach it.</param>
internal sealed record ListenAddress(string Url, bool IsOpen)
{
    private const string Example = "write one such as http://127.0.0.1:5005";

    /// <summary>The addresses that ';' separates.</summary>
    /// <exception cref="FormatException">One of them is none, or there is none.</exception>
    public static IReadOnlyList<ListenAddress> ReadAll(string urls)
    {
        ListenAddress[] addresses = [.. urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        return addresses.Length > 0 ? addresses : throw new FormatException($"'{urls}' is no address; {Example}.");
    }

    /// <summary>What a client on this machine calls.</summary>
    /// <param name="bound">The address as it was bound, with its port.</param>
    public static Uri BaseUrlOf(string bound) =>
        new($"{(IsEveryAddress(BindingAddress.Parse(bound).Host) ? $"http://localhost:{BindingAddress.Parse(bound).Port}" : bound.TrimEnd('/'))}/v1");

    private static ListenAddress Read(string url)
    {
        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"{url} is no address; {Example}.");
        }

        var host = BindingAddress.Parse(url).Host;
        var isOpen = IsEveryAddress(host);
        return isOpen || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _)
            ? new ListenAddress(url, isOpen)
            : throw new FormatException(
                $"{url} is no address of this machine: '{host}' is neither localhost nor an IP address; {Example}, or http://*:5005 for every address.");
    }

    private static bool IsEveryAddress(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
