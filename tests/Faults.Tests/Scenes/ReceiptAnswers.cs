using TypedLlm.FaultTests.Endpoints;

namespace TypedLlm.FaultTests.Scenes;

/// <summary>What a model may answer to <see cref="IReceiptDesk"/>.</summary>
internal static class ReceiptAnswers
{
    public static readonly ReceiptLine[] Lines = [new("Tea", 4.5m), new("Bread", 3.25m)];

    private const string Tea = """{"Name":"Tea","Price":4.5}""";
    private const string Bread = """{"Name":"Bread","Price":3.25}""";

    private static readonly Dictionary<string, WrongAnswer> All = new()
    {
        ["not JSON"] = new(_ => "Tea and an oriole.", _ => "$", "JSON", "text that is no JSON"),
        ["cut"] = new(form => Right(form)[..18], form => form == TypedForm.Elements ? "$.items[0].Name" : "$.Shop", "JSON", "the end of the text", static path => $"ends at {path}, before its JSON does"),
        ["several"] = new(form => $"Draft {Json(form, """{"Name":"oriole","Price":1}""")}. Corrected {Right(form)}", _ => "$", "one JSON value", "several JSON values"),
        ["missing"] = new(form => Json(form, """{"Name":"oriole"}"""), form => Line(form, 0) + ".Price", "a value", "nothing"),
        ["type"] = new(form => Json(form, """{"Name":"Tea","Price":"oriole"}"""), form => Line(form, 0) + ".Price", "a number that a decimal can hold", "text"),
        ["twice"] = new(form => Json(form, """{"Name":"Tea","Name":"oriole","Price":1}"""), form => Line(form, 0) + ".Name", "each property once", "the same property twice"),
        ["annotation"] = new(form => Json(form, """{"Name":"oriole","Price":1001}"""), form => Line(form, 0) + ".Price", "a number of at most 1000", "a larger number"),
        ["check"] = new(form => Json(form, """{"Name":" ","Price":501}"""), form => Line(form, 0) + ".Name", "a value that passes its checks", "a value that fails a check", static path => $"fails a check at {path}"),
        ["constructor that throws"] = new(
            form => Json(form, """{"Name":"oriole's egg","Price":1}"""), form => Line(form, 0), "a value that ReceiptLine takes", "one that makes it throw ArgumentException",
            static path => $"has a value at {path} that makes ReceiptLine throw ArgumentException"),
    };

    /// <summary>Ways in which an answer is not what its type demands.</summary>
    public static IReadOnlyCollection<string> WrongOnes => All.Keys;

    public static string Right(TypedForm form) => Json(form, Tea, Bread);

    /// <summary>An answer whose first line is right and whose second is not.</summary>
    public static string WrongInTheSecondLine(TypedForm form) => Json(form, Tea, """{"Name":"Bread","Price":-1}""");

    public static WrongAnswer Wrong(string name) => All[name];

    public static string Json(TypedForm form, params string[] lines) => form == TypedForm.Elements
        ? $$"""{"items":[{{string.Join(',', lines)}}]}"""
        : $$"""{"Shop":"Elbe","Lines":[{{string.Join(',', lines)}}],"Note":null}""";

    public static string Line(TypedForm form, int index) => form == TypedForm.Elements ? $"$.items[{index}]" : $"$.Lines[{index}]";
}
