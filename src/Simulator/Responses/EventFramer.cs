using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Turns events into the bytes of an event stream. A result is valid until the next call.</summary>
internal sealed class EventFramer(StreamScript script) : IDisposable
{
    private readonly byte[] _lineEnd = script.LineEnd switch
    {
        LineEnd.CarriageReturn => "\r"u8.ToArray(),
        LineEnd.Both => "\r\n"u8.ToArray(),
        _ => "\n"u8.ToArray(),
    };

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly ArrayBufferWriter<byte> _data = new(1024);
    private readonly Utf8JsonWriter _json = new(Stream.Null, WireJson.WriterOptions with { Indented = script.MultiLineData });

    public void Dispose() => _json.Dispose();

    /// <summary>What comes before the first event; usually nothing.</summary>
    public ReadOnlyMemory<byte> Preamble()
    {
        _bytes.ResetWrittenCount();
        if (script.ByteOrderMark)
        {
            _bytes.Write(Encoding.UTF8.Preamble);
        }

        if (script.RetryMilliseconds is { } retry)
        {
            WriteLine("retry: "u8, Encoding.ASCII.GetBytes(retry.ToString(CultureInfo.InvariantCulture)));
            WriteLine(""u8);
        }

        return _bytes.WrittenMemory;
    }

    public ReadOnlyMemory<byte> Frame(StreamEvent streamEvent, int number, bool malformed = false)
    {
        _bytes.ResetWrittenCount();
        if (script.Comments)
        {
            WriteLine(": comment"u8);
        }

        WriteLine("event: "u8, Encoding.ASCII.GetBytes(streamEvent.Type));
        if (script.EventIds)
        {
            WriteLine("id: "u8, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        }

        var data = Serialize(streamEvent, number);
        WriteData(malformed ? data[..(data.Length / 2)] : data);
        WriteLine(""u8);
        return _bytes.WrittenMemory;
    }

    public ReadOnlyMemory<byte> Comment()
    {
        _bytes.ResetWrittenCount();
        WriteLine(": ping"u8);
        WriteLine(""u8);
        return _bytes.WrittenMemory;
    }

    public ReadOnlyMemory<byte> Done()
    {
        _bytes.ResetWrittenCount();
        WriteLine("data: [DONE]"u8);
        WriteLine(""u8);
        return _bytes.WrittenMemory;
    }

    private ReadOnlySpan<byte> Serialize(StreamEvent streamEvent, int number)
    {
        _data.ResetWrittenCount();
        _json.Reset(_data);
        _json.WriteStartObject();
        _json.WriteString("type", streamEvent.Type);
        if (streamEvent.IsNumbered)
        {
            _json.WriteNumber("sequence_number", number);
        }

        streamEvent.WriteFields(_json);
        _json.WriteEndObject();
        _json.Flush();
        return _data.WrittenSpan;
    }

    private void WriteData(ReadOnlySpan<byte> data)
    {
        foreach (var line in data.Split((byte)'\n'))
        {
            WriteLine("data: "u8, data[line]);
        }
    }

    private void WriteLine(ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest = default)
    {
        _bytes.Write(start);
        _bytes.Write(rest);
        _bytes.Write(_lineEnd);
    }
}
