namespace TypedLlm.Tool.Tests.Approvals;

/// <summary>What is written, and what differs from it later.</summary>
public sealed class ApproveCommandTests : IDisposable
{
    private const string Source = """
        namespace Shop
        {
            [LlmEndpoint(Primary = "large", Fallback = "small")]
            public interface IDesk
            {
                [Prompt("Answer {question}")] Task<string> AskAsync(string question);
            }

            [LlmEndpoint(Primary = "small")]
            public interface ITable
            {
                [Prompt("Lay it.")] Task<string> LayAsync();
            }
        }
        """;

    private readonly ApproveTarget _target = new();

    public void Dispose() => _target.Dispose();

    [Fact]
    public async Task Approvals_are_written_once_and_then_hold()
    {
        var path = _target.Build(Source);

        var first = await _target.RunAsync(path);
        var check = await _target.RunAsync(path, "--check");
        var second = await _target.RunAsync(path);

        Assert.Equal((0, "written approvals/Shop/Shop.IDesk.txt\nwritten approvals/Shop/Shop.ITable.txt\n"), (first.Code, first.Out));
        Assert.Equal((0, "", ""), (check.Code, check.Out, check.Error));
        Assert.Equal((0, ""), (second.Code, second.Out));
        Assert.Contains("2 files in approvals, 0 changed.", second.Error, StringComparison.Ordinal);
        Assert.Equal(["approvals/Shop/Shop.IDesk.txt", "approvals/Shop/Shop.ITable.txt"], _target.Files());
    }

    [Fact]
    public async Task A_change_is_shown_as_a_diff_and_nothing_is_written()
    {
        await _target.RunAsync(_target.Build(Source));
        var approved = _target.Read("approvals/Shop/Shop.IDesk.txt");
        var path = _target.Build(Source.Replace("Answer {question}", "Reply to {question}", StringComparison.Ordinal));

        var check = await _target.RunAsync(path, "--check", "--output", "approvals");

        Assert.Equal(1, check.Code);
        Assert.Equal("""
            --- approvals/Shop/Shop.IDesk.txt
            +++ approvals/Shop/Shop.IDesk.txt as built
            @@ -16,4 +16,4 @@
               deadline: 600 s
               highest cost of a call: 16.50 USD: 3 × large, 1000000 tokens of input for 4.00 USD and 100000 of output for 1.50 USD
               prompt:
            -    | Answer {question}
            +    | Reply to {question}

            """, check.Out);
        Assert.Contains(
            "approvals/Shop/Shop.IDesk.txt: error TLLM603: Endpoint differs from what was approved (https://typedllm.dev/rules/TLLM603)", check.Error, StringComparison.Ordinal);
        Assert.Contains($"1 file in approvals is not as built. If what differs is wanted, run this and commit what it writes: typedllm approve {path} --output approvals", check.Error, StringComparison.Ordinal);
        Assert.Equal(approved, _target.Read("approvals/Shop/Shop.IDesk.txt"));

        await _target.RunAsync(path);
        Assert.Equal(0, (await _target.RunAsync(path, "--check")).Code);
    }

    [Fact]
    public async Task A_changed_type_of_an_answer_is_shown_as_a_changed_schema()
    {
        const string Typed = """
            namespace Shop;

            public sealed record Invoice(string Number, int Lines);

            [LlmEndpoint(Primary = "large", Fallback = "small")]
            public interface IDesk
            {
                [Prompt("x")] IAsyncEnumerable<Invoice> ListAsync();
            }
            """;
        await _target.RunAsync(_target.Build(Typed));
        Assert.Contains("  returns: the elements of a list as Invoice, each as soon as it is whole\n", _target.Read("approvals/Shop/Shop.IDesk.txt"), StringComparison.Ordinal);

        var check = await _target.RunAsync(_target.Build(Typed.Replace("int Lines", "decimal Total", StringComparison.Ordinal)), "--check");

        Assert.Equal(1, check.Code);
        Assert.Equal(
            [
                """-    |           "Lines": {""",
                """-    |             "type": "integer" """.TrimEnd(),
                """+    |           "Total": {""",
                """+    |             "type": "number" """.TrimEnd(),
                """-    |           "Lines" """.TrimEnd(),
                """+    |           "Total" """.TrimEnd(),
            ],
            check.Out.Split('\n').Where(line => line is ['+' or '-', ..] && !line.StartsWith("---", StringComparison.Ordinal) && !line.StartsWith("+++", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_endpoint_without_approval_and_one_that_is_gone_are_found_and_mended()
    {
        await _target.RunAsync(_target.Build(Source));
        _target.Write("approvals/Shop/notes.txt", "Not ours.");
        _target.Write("approvals/Other/Other.IDesk.txt", "# typedllm approval: Other.IDesk\n");
        var path = _target.Build(Source.Replace("ITable", "IChair", StringComparison.Ordinal));

        var check = await _target.RunAsync(path, "--check");
        var write = await _target.RunAsync(path);

        Assert.Equal((1, "approvals/Shop/Shop.IChair.txt is missing.\napprovals/Shop/Shop.ITable.txt is left over: its endpoint is gone.\n"), (check.Code, check.Out));
        Assert.Contains("approvals/Shop/Shop.IChair.txt: error TLLM603: Endpoint has no approval (https", check.Error, StringComparison.Ordinal);
        Assert.Contains("approvals/Shop/Shop.ITable.txt: error TLLM603: Approved endpoint is gone (https", check.Error, StringComparison.Ordinal);
        Assert.Contains("2 files in approvals are not as built.", check.Error, StringComparison.Ordinal);
        Assert.Equal((0, "written approvals/Shop/Shop.IChair.txt\nremoved approvals/Shop/Shop.ITable.txt\n"), (write.Code, write.Out));
        Assert.Equal(
            ["approvals/Other/Other.IDesk.txt", "approvals/Shop/Shop.IChair.txt", "approvals/Shop/Shop.IDesk.txt", "approvals/Shop/notes.txt"],
            _target.Files());
    }

    [Fact]
    public async Task Line_ends_of_Windows_are_no_difference()
    {
        var path = _target.Build(Source);
        await _target.RunAsync(path);
        var windows = "\ufeff" + _target.Read("approvals/Shop/Shop.IDesk.txt").Replace("\n", "\r\n", StringComparison.Ordinal);
        var file = _target.Write("approvals/Shop/Shop.IDesk.txt", windows);

        var check = await _target.RunAsync(path, "--check");
        await _target.RunAsync(path);

        Assert.Equal((0, ""), (check.Code, check.Out));
        Assert.Contains("\r\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_of_one_name_in_two_assemblies_have_a_file_each()
    {
        var shop = _target.Build(Source);
        _target.Build(Source.Replace("Lay it.", "Set it.", StringComparison.Ordinal), "Shop.Front");

        var both = await _target.RunAsync(_target.Folder);
        var one = await _target.RunAsync(shop, "--check");

        Assert.Equal((0, 0), (both.Code, one.Code));
        Assert.Contains("Lay it.", _target.Read("approvals/Shop/Shop.ITable.txt"), StringComparison.Ordinal);
        Assert.Contains("Set it.", _target.Read("approvals/Shop.Front/Shop.ITable.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_differ_in_their_case_only_have_a_file_each()
    {
        var path = _target.Build("""
            namespace Shop
            {
                [LlmEndpoint(Primary = "small")] public interface IDesk { [Prompt("x")] Task<string> AskAsync(); }
                [LlmEndpoint(Primary = "small")] public interface Idesk { [Prompt("y")] Task<string> AskAsync(); }
            }
            """);

        await _target.RunAsync(path);

        Assert.Equal(2, _target.Files().Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(0, (await _target.RunAsync(path, "--check")).Code);
    }

    [Theory]
    [InlineData("approvals")]
    [InlineData("approvals/Shop")]
    public async Task A_folder_that_cannot_be_made_is_said(string file)
    {
        var path = _target.Build(Source);
        _target.Write(file, "in the way");

        var run = await _target.RunAsync(path);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"the approvals in {Path.Combine(_target.Folder, "approvals")} cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Name another folder with --output", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said()
    {
        var path = _target.Build(Source);
        Directory.CreateDirectory(Path.Combine(_target.Folder, "approvals", "Shop", "Shop.IDesk.txt"));

        var run = await _target.RunAsync(path);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--settings", ".", "--env B: neither appsettings.B.json nor the lock file knows 'B'")]
    [InlineData("--env", "A", "approve looks at one environment at a time")]
    [InlineData("--host", "nowhere.dll", "nowhere.dll is no .NET assembly")]
    public async Task What_cannot_be_used_is_said(string option, string value, string reason)
    {
        var run = await _target.RunAsync(_target.Build(Source), "--check", option, value, "--env", "B");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_the_app_would_refuse_is_not_approved()
    {
        _target.Write("appsettings.json", """{ "TypedLlm": { "Endpoints": { "Shop.IDesk": { "Chain": [ "lage" ] } } } }""");

        var run = await _target.RunAsync(_target.Build(Source), "--settings", _target.Folder);

        Assert.Equal(2, run.Code);
        Assert.Contains("TypedLlm:Endpoints:Shop.IDesk:Chain:0: ", run.Error, StringComparison.Ordinal);
    }
}
