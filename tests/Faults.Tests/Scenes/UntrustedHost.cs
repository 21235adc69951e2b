using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>A host on the loopback address with a certificate that it has signed itself.</summary>
internal sealed class UntrustedHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public UntrustedHost()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string BaseUrl => $"https://{_listener.LocalEndpoint}/v1";

    public int Connections { get; private set; }

    /// <summary>How much of a request a client has shown it.</summary>
    public int BytesRead { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.False(_serving.IsFaulted);
        _listener.Dispose();
        _certificate.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            Connections++;
            await ShakeHandsAsync(client);
        }
    }

    private async Task ShakeHandsAsync(TcpClient client)
    {
        try
        {
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
            BytesRead += await stream.ReadAsync(new byte[1], _stopping.Token);
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            // As it should: the client does not trust the certificate.
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
