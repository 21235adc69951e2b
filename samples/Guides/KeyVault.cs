namespace Guides;

internal sealed class KeyVault
{
    private volatile string _current = "sk-first";

    public ValueTask<string> GetCurrentKeyAsync(CancellationToken cancellationToken) => new(_current);

    public void Rotate(string key) => _current = key;
}
