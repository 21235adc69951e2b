using TypedLlm;

namespace Invoices;

/// <summary>Shows an invoice while it is written: on a terminal in place, in a pipe each row once it is complete.</summary>
internal sealed class LiveView
{
    private static readonly bool IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
    private static readonly bool HasColor = IsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private int _shown;

    public void Show(Invoice.Partial invoice)
    {
        Console.Write(IsTerminal && _shown > 0 ? $"\e[{_shown}A\e[J" : "");
        _shown = IsTerminal ? 0 : _shown;
        foreach (var (text, isDone) in Rows(invoice).Skip(_shown).TakeWhile(static row => IsTerminal || row.IsDone))
        {
            Console.WriteLine(HasColor && !isDone ? $"\e[2m{text}\e[0m" : text);
            _shown++;
        }
    }

    public void Restart()
    {
        Console.WriteLine("  cut off: all of it is void, and starts again");
        _shown = 0;
    }

    private static IEnumerable<(string Text, bool IsDone)> Rows(Invoice.Partial invoice)
    {
        yield return ($"  {invoice.Supplier} {invoice.Number}", invoice.States().Supplier is PartialState.Done);
        foreach (var line in invoice.Lines)
        {
            yield return ($"  {line.Quantity,3} x {line.Item,-24} {line.Quantity * line.UnitPrice,9:N2}", line.State() is PartialState.Done);
        }

        yield return ($"  {invoice.Currency,-31} {invoice.Total,9:N2}", invoice.State() is PartialState.Done);
    }
}
